package org.nificrm.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A company of a labelled set.
 *
 * @param company what it is called and where it is
 * @param sector  its kind of business
 * @param domain  its web domain
 * @param former  the company before it moved
 */
record LabelledCompany(Company company, String sector, String domain, Company former) implements LabelledCustomer {
    private static final List<String> WESTERN_BRANDS = Words.read("western-brand");
    private static final List<String> WESTERN_SECTORS = Words.read("western-sector");
    private static final List<String> CHINESE_BRANDS = Words.read("chinese-brand");
    private static final List<String> CHINESE_SECTORS = Words.read("chinese-sector");
    private static final List<String> MORE_WORDS = List.of("Group", "International", "Services", "Solutions", "& Sons", "Partners", "Europe");
    private static final double CHINESE_SHARE = 0.15;
    private static final Pattern LEGAL_FORM = Pattern.compile("(股份)?有限(责任)?公司$");
    private static final String SWITCHBOARD = "+1 800 555 0100";

    /** A company alone, or sisters: other businesses under one brand, a holding, branches of one name in other cities. */
    static List<LabelledCustomer> group(final double groups, final Dice dice) {
        final Culture culture = dice.chance(CHINESE_SHARE) ? Culture.CHINESE : dice.pick(Culture.WESTERN);
        final int members = dice.chance(groups) ? dice.between(2, 4) : 1;
        final boolean branches = dice.chance(0.35);
        final String brand = brand(culture, dice);
        final String domain = Emails.ofCompany(culture, brand, dice).split("@")[1];
        final List<String> sectors = new ArrayList<>(culture == Culture.CHINESE ? CHINESE_SECTORS : WESTERN_SECTORS);
        dice.shuffle(sectors);
        Address address = culture.address(dice);
        final List<LabelledCustomer> companies = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            final String sector = sectors.get(branches ? 0 : member);
            address = branches || dice.chance(0.5) ? culture.address(dice) : address;
            final String name = culture == Culture.CHINESE ? chineseName(brand, sector, address, dice) : westernName(culture, brand, sector, members, dice);
            final Company company = new Company(member, culture, name, brand, culture == Culture.CHINESE
                    ? Identifiers.creditCode(address.place(), dice) : culture.countryCode() + dice.fill("#########"), address,
                    PhoneNumber.landline(culture, address.place(), dice), Emails.ofCompany(culture, brand, dice));
            final String ownDomain = branches || dice.chance(0.7) ? domain : Integer.toString(member) + "-" + domain;
            companies.add(new LabelledCompany(company, sector, ownDomain, company.formerly(dice)));
        }

        return companies;
    }

    private static String brand(final Culture culture, final Dice dice) {
        if (culture == Culture.CHINESE) {
            final String first = dice.pick(CHINESE_BRANDS);
            final String second = dice.pick(CHINESE_BRANDS);
            return Words.nativeSpelling(first) + Words.nativeSpelling(second) + ":" + Words.latinSpelling(first) + Words.latinSpelling(second);
        }

        return switch (dice.below(4)) {
            case 0 -> NameSupply.familyName(culture, dice) + " & " + NameSupply.familyName(culture, dice);
            case 1 -> NameSupply.familyName(culture, dice) + " " + dice.pick(WESTERN_BRANDS);
            case 2 -> dice.pick(WESTERN_BRANDS);
            default -> NameSupply.made(dice);
        };
    }

    private static String westernName(final Culture culture, final String brand, final String sector, final int members, final Dice dice) {
        final String kind = members > 1 && dice.chance(0.15) ? "Holding" : sector;
        final String more = dice.chance(0.25) ? " " + dice.pick(MORE_WORDS) : "";
        return brand + " " + kind + more + " " + form(culture, dice);
    }

    private static String form(final Culture culture, final Dice dice) {
        return switch (culture) {
            case AMERICAN -> dice.oneOf("Inc.", "LLC", "Corp.", "Incorporated", "Corporation");
            case BRITISH -> dice.oneOf("Ltd", "Limited", "plc");
            case GERMAN -> dice.oneOf("GmbH", "AG", "GmbH & Co. KG");
            case FRENCH -> dice.oneOf("SARL", "SAS", "S.A.");
            case SPANISH -> dice.oneOf("S.L.", "S.A.", "SL");
            case CHINESE -> dice.oneOf("有限公司", "股份有限公司", "有限责任公司");
        };
    }

    private static String chineseName(final String brand, final String sector, final Address address, final Dice dice) {
        return address.place().city().replace("市", "") + Words.nativeSpelling(brand) + sector + form(Culture.CHINESE, dice);
    }

    @Override
    public void write(final Transcript record, final int source) {
        final Dice dice = record.dice();
        final Company known = dice.chance(record.wear().former()) ? former : company;
        record.keep(LabelledColumn.COMPANY, company.culture() == Culture.CHINESE ? hanName(record) : latinName(record));
        if (dice.chance(0.3)) {
            record.write(LabelledColumn.TAX_ID, known.taxId());
        }

        record.write(LabelledColumn.PHONE, record.orFiller(record.digits(PhoneSpelling.spell(known.phone(), dice)), SWITCHBOARD));
        AddressSpelling.write(known.culture(), known.address(), record);
        record.write(LabelledColumn.WEB_DOMAIN, dice.oneOf("", "www.", "https://www.", "http://") + domain);
        record.write(LabelledColumn.CATEGORY, source == 0 ? sector : dice.chance(0.4) ? sector + " & more" : "Business");
    }

    private String hanName(final Transcript record) {
        final String ending = record.dice().oneOf("", "公司", "有限公司");
        return record.otherForm() ? LEGAL_FORM.matcher(company.name()).replaceFirst(ending) : company.name();
    }

    private String latinName(final Transcript record) {
        final Dice dice = record.dice();
        final List<String> words = new ArrayList<>(List.of(company.name().split(" ")));
        if (record.otherForm() || record.otherForm()) {
            words.removeLast();
            if (dice.chance(0.5)) {
                words.add(form(company.culture(), dice));
            }
        }

        if (words.size() > 3 && record.otherForm() && dice.chance(0.15)) {
            return words.stream().filter(word -> Character.isLetter(word.charAt(0))).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        }

        if (words.size() > 2 && record.otherForm() && dice.chance(0.5)) {
            words.remove(words.size() - 2);
        }

        if (record.otherForm()) {
            words.replaceAll(word -> word.length() > 8 ? word.substring(0, 4) + "." : word);
        }

        final String name = record.words(String.join(" ", words));
        return record.otherForm() ? name.replace("&", "and").toUpperCase(Locale.ROOT) : name;
    }
}

package org.nificrm.values.address;

import org.nificrm.values.address.ChineseDivision.Level;
import org.nificrm.values.address.ChineseDivisions.Match;
import org.nificrm.values.address.ChineseDivisions.NameKind;
import org.nificrm.values.text.TextNormalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the divisions in a Chinese address, also where levels or the words for them are left out.
 *
 * <p>Every name of a division in the text is a candidate; the chain of candidates that lie in each other, stand in order and are named
 * most fully wins. A chain that several counties fit equally well is no answer.</p>
 */
public final class ChineseAddressParser {
    private static final String MUNICIPAL_DISTRICTS = "市辖区";
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_CANDIDATES = 60;
    private static final int FARTHEST_GAP = 12;
    /** Less than one stem that is a name of its own. */
    private static final double LEAST_SCORE = 1;
    private static final char FIRST_HAN = 0x2E80;

    // How much a name says; they are ranks rather than measures
    private static final double FULL_NAME = 3;
    private static final double PROVINCE_STEM = 2.3;
    private static final double PREFECTURE_STEM = 2.2;
    private static final double COUNTY_STEM = 2;
    private static final double PART_OF_OTHER_NAME = 0.5;
    private static final double GIVEN_UP = 0.5;
    private static final double GAP = 0.1;
    private static final double START = 0.01;

    /** A stem in front of one of these is part of another name: 上海路, 恭城镇. */
    private static final Pattern OTHER_NAME = Pattern.compile("(?:大?[路街道巷弄]|胡同|[东西南北中]?[一二三]?[路街]|大道|[镇乡村庄桥]|\\p{IsHan}{0,4}(?:大学|学院|医院|公司|宾馆|酒店|大厦|小区)|中学|小学|集团|银行|广场|花园|城(?!区|市)|苑|新村|工业|油田|商)");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s,，、。;；:：\\-—/|]+");

    private final ChineseDivisions divisions = ChineseDivisions.shared();

    /**
     * @param raw an address, one line or the fields of one joined
     * @return its divisions as far as they can be told
     */
    public ChineseAddress parse(final String raw) {
        final String text = TextNormalizer.normalize(raw);
        if (text.length() > LONGEST_TEXT) {
            return ChineseAddress.unknown(raw);
        }

        final List<Candidate> candidates = candidates(text);
        final List<Chain> chains = new ArrayList<>();
        for (final Candidate first : candidates) {
            extend(new Chain(first.match(), first.match(), first.weight() - START * first.match().start()), candidates, chains);
        }

        Chain best = null;
        boolean tied = false;
        for (final Chain chain : chains) {
            final int comparison = best == null ? 1 : Double.compare(chain.score(), best.score());
            if (comparison > 0) {
                best = chain;
                tied = false;
            } else if (comparison == 0 && !chain.last().division().equals(best.last().division())) {
                tied = true;
            }
        }

        return best == null || tied || best.score() < LEAST_SCORE ? ChineseAddress.unknown(raw) : address(best, candidates, text);
    }

    private List<Candidate> candidates(final String text) {
        final List<Candidate> candidates = new ArrayList<>();
        for (int start = 0; start < text.length() && candidates.size() < MOST_CANDIDATES; start++) {
            if (text.charAt(start) >= FIRST_HAN) {
                for (final Match match : divisions.matchesAt(text, start)) {
                    candidates.add(new Candidate(match, weight(match, text)));
                }
            }
        }

        return candidates;
    }

    private static double weight(final Match match, final String text) {
        final double givenUp = match.division().former() || match.kind() == NameKind.FORMER ? GIVEN_UP : 0;
        if (match.kind() != NameKind.STEM) {
            return FULL_NAME - givenUp;
        }

        if (OTHER_NAME.matcher(text).region(match.end(), text.length()).lookingAt()) {
            return PART_OF_OTHER_NAME;
        }

        return -givenUp + switch (match.division().level()) {
            case PROVINCE -> PROVINCE_STEM;
            case PREFECTURE -> PREFECTURE_STEM;
            case COUNTY -> COUNTY_STEM;
        };
    }

    private static void extend(final Chain chain, final List<Candidate> candidates, final List<Chain> chains) {
        chains.add(chain);
        final Match last = chain.last();
        for (final Candidate next : candidates) {
            final int gap = next.match().start() - last.end();
            if (gap >= 0 && gap <= FARTHEST_GAP && last.division().contains(next.match().division())) {
                extend(new Chain(chain.first(), next.match(), chain.score() + next.weight() - GAP * gap), candidates, chains);
            }
        }
    }

    private ChineseAddress address(final Chain chain, final List<Candidate> candidates, final String text) {
        final ChineseDivision smallest = chain.last().division();
        int end = chain.last().end();
        String code = smallest.former() ? smallest.code().substring(0, 4) + "00" : smallest.code();
        if (smallest.level() == Level.PREFECTURE && text.startsWith(MUNICIPAL_DISTRICTS, end)) {
            code = code.substring(0, 4) + "01";
            end += MUNICIPAL_DISTRICTS.length();
        }

        final ChineseDivision province = divisions.provinceOf(code);
        final ChineseDivision prefecture = divisions.prefectureOf(code);
        final boolean municipality = prefecture == null && province != null && province.name().endsWith("市");
        final String provinceName = province == null ? "" : province.name();
        final String city = prefecture == null ? municipality ? provinceName : "" : prefecture.name();
        final String county = smallest.level() == Level.COUNTY && !smallest.former() ? smallest.name() : "";
        final String detail = SEPARATORS.matcher(text.substring(end)).replaceFirst("");
        return new ChineseAddress(code, provinceName, city, county, smallest.former() ? smallest.name() : "", conflicts(chain, candidates), detail);
    }

    /** A division named in full right before the chain that none of the chain lies in. */
    private static boolean conflicts(final Chain chain, final List<Candidate> candidates) {
        final Match first = chain.first();
        for (final Candidate candidate : candidates) {
            final Match match = candidate.match();
            final boolean before = match.end() <= first.start() && first.start() - match.end() <= 1;
            if (before && match.kind() == NameKind.FULL && match.division().level() != Level.COUNTY && !match.division().contains(first.division())) {
                return true;
            }
        }

        return false;
    }

    private record Candidate(Match match, double weight) {
    }

    /** Names of divisions that lie in each other, in the order of the text. */
    private record Chain(Match first, Match last, double score) {
    }
}

package org.nificrm.values.email;

import org.nificrm.values.text.TextNormalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes addresses out of what people paste into an e-mail field.
 */
final class EmailText {
    private static final Pattern SCHEME = Pattern.compile("^(?:mailto:|(?:e-?mails?|mail|邮箱地址|邮箱|電子郵件|电子邮件|电子邮箱|邮件|メール|이메일)\\s*[:：])\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANGLE_BRACKETS = Pattern.compile("<\\s*(?:mailto:)?([^<>]+@[^<>]+?)\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("^[\\s,;，；、'‘’“”<(\\[{]+|[\\s,;，；、'‘’“”>)\\]}.。]+$");
    private static final Pattern QUOTED = Pattern.compile("^\\s*\"([^\"@]+@[^\"@]+)\"\\s*$");
    private static final Pattern REMARK = Pattern.compile("(?<=[\\p{L}\\p{Nd}])\\s*[(（\\[][^@()（）\\[\\]]*[)）\\]]\\s*$");
    private static final Pattern SPELLED_AT = Pattern.compile("\\s*[\\[({]\\s*at\\s*[\\])}]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS_AT_SIGN = Pattern.compile("\\s*([@＠])\\s*");
    private static final Pattern BLANKS_AT_DOT = Pattern.compile("\\s+\\.\\s*|\\.\\s+");
    private static final Pattern COMMA_FOR_DOT = Pattern.compile("[,，、](?=(?:com|net|org|edu|gov|info|biz|cn|uk|de|fr|jp|it|es|nl|au|ca|in|br|ru|io|co)(?:\\.[a-z]{2})?$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;，；、|\\n/]\\s*|\\s+(?:or|and|或|和)\\s+|\\s+");
    private static final Pattern QUOTED_LOCAL_PART = Pattern.compile("\"([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)\"@");

    private EmailText() {
    }

    /**
     * @param raw an e-mail field
     * @return the texts that should be addresses, in the order of the field; the text itself when none can be told apart
     */
    static List<String> addresses(final String raw) {
        if (EmailSyntax.isPlain(raw)) {
            return List.of(raw);
        }

        String text = folded(raw);
        final Matcher bracketed = ANGLE_BRACKETS.matcher(text);
        final List<String> addresses = new ArrayList<>();
        while (bracketed.find()) {
            addresses.add(repaired(bracketed.group(1)));
        }

        if (!addresses.isEmpty()) {
            return addresses;
        }

        text = QUOTED.matcher(text).replaceFirst("$1");
        text = SPELLED_AT.matcher(text).replaceAll("@");
        text = REMARK.matcher(text).replaceFirst("");
        text = BLANKS_AT_SIGN.matcher(text).replaceAll("$1");
        text = repaired(text);
        if (text.indexOf('@') == text.lastIndexOf('@') || EmailSyntax.isValid(text)) {
            return List.of(text);
        }

        for (final String part : SEPARATOR.split(text)) {
            if (!part.isEmpty()) {
                addresses.add(repaired(part));
            }
        }

        return addresses;
    }

    /** A full-width at sign is one where the field has no other; beside another it is a letter of the local part. */
    private static String folded(final String raw) {
        final int at = raw.lastIndexOf('@');
        return at < 0 || raw.indexOf('＠') < 0
                ? TextNormalizer.normalize(raw)
                : raw.substring(0, at).strip() + TextNormalizer.normalize(raw.substring(at));
    }

    private static String repaired(final String text) {
        String address = SCHEME.matcher(text.strip()).replaceFirst("");
        address = ENDS.matcher(address).replaceAll("");
        final int query = address.indexOf("?subject=");
        address = query < 0 ? address : address.substring(0, query);
        address = QUOTED_LOCAL_PART.matcher(address).replaceFirst("$1@");

        final int at = address.lastIndexOf('@');
        if (at < 0) {
            return address;
        }

        String domain = address.substring(at + 1).replace('。', '.').replace('．', '.');
        domain = BLANKS_AT_DOT.matcher(domain).replaceAll(".");
        domain = COMMA_FOR_DOT.matcher(domain).replaceFirst(".");
        return address.substring(0, at + 1) + domain;
    }
}

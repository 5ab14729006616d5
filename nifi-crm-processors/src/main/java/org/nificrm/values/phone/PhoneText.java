package org.nificrm.values.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a phone field, rid of what surrounds the number.
 *
 * @param number the number, or several of them
 * @param extension the digits to dial afterwards, empty without one
 */
record PhoneText(String number, String extension) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String LABEL_WORDS = "tel|tél|telephone|téléphone|telefon|telefono|teléfono|telefone|telefoon|phone|ph|mobile|mobil|mob|"
            + "cell|cellular|cellphone|cel|celular|móvil|movil|portable|handy|gsm|fax|office|home|work|direct|main|number|no|nr|"
            + "whatsapp|wechat|line|тел|моб|телефон|мобильный|факс|"
            + "联系电话|联系方式|手机号码|手机号|电话号码|手机|电话|固定电话|固话|座机|移动电话|办公电话|办公|住宅|传真|微信|"
            + "聯絡電話|手機號碼|手機|電話番号|電話|行動電話|傳真|市話|携帯電話|携帯|携帯番号|ファックス|휴대폰|휴대전화|핸드폰|전화번호|전화|팩스";
    private static final Pattern LABEL = Pattern.compile("(?:\\b[tmfphcwo][:.]|(?:" + LABEL_WORDS + ")(?!\\p{IsLatin}))\\s*[.:：#°)）\\]】]*\\s*", FLAGS);
    private static final Pattern LABEL_INSIDE = Pattern.compile("(?<=\\d)[\\s,;]+(?:[tmfphcwo]|" + LABEL_WORDS + ")\\s*[.:]\\s*(?=[+(\\d])", FLAGS);
    private static final Pattern LABEL_BEHIND = Pattern.compile("[\\s\\-–(（\\[【]+(?:[tmfphcwo]|" + LABEL_WORDS + ")\\s*[.)）\\]】]*$", FLAGS);
    private static final Pattern REMARK = Pattern.compile("[(（\\[【](?![\\dxX\\s-]*[)）\\]】])[^()（）\\[\\]【】]*\\p{L}[^()（）\\[\\]【】]*[)）\\]】]");
    private static final String CJK = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]";
    private static final Pattern CJK_AROUND = Pattern.compile("^(?:" + CJK + "|[\\s:：,，])+(?=[+(\\d])|(?<=\\d)[\\s:：,，]*" + CJK + "(?:" + CJK + "|[\\s:：,，])*$");
    private static final Pattern EXTENSION = Pattern.compile("[\\s,;(（./-]*"
            + "(?:转接?|轉接?|分机号?|分機|内线|內線|内線|(?<!\\p{L})(?:extension|extensión|extn|ext|xtn|xt|x|int|anexo|poste|"
            + "durchwahl|klappe|interno|ramal|toestel|nst|доб|вн))"
            + "\\s*[:：.#=]*\\s*(\\d{1,9})\\s*[)）#号號]*$", FLAGS);
    private static final Pattern QUOTED = Pattern.compile("^=?\\s*[\"'‘’“”`]+|[\"'‘’“”`]+$");
    private static final Pattern DECIMAL = Pattern.compile("^(\\d{7,})\\.0+$");
    private static final Pattern OPEN_ENDS = Pattern.compile("^[\\s,;:/|.、，；：-]+|[\\s,;:/|.、，；：-]+$");

    /**
     * @param raw a phone field
     * @return its numbers without quotes, labels, remarks and extension, in ASCII digits and plain blanks
     */
    static PhoneText of(final String raw) {
        String text = QUOTED.matcher(plain(raw)).replaceAll("");
        text = OPEN_ENDS.matcher(text).replaceAll("");
        text = DECIMAL.matcher(text).replaceFirst("$1");
        return text.codePoints().anyMatch(Character::isLetter) ? withoutWords(text) : new PhoneText(text, "");
    }

    private static PhoneText withoutWords(final String worded) {
        String text = LABEL_INSIDE.matcher(worded).replaceAll(" / ");
        text = withoutLabels(text);

        String extension = "";
        final Matcher matcher = EXTENSION.matcher(text);
        if (matcher.find()) {
            extension = matcher.group(1);
            text = text.substring(0, matcher.start());
        }

        text = REMARK.matcher(text).replaceAll(" ");
        text = LABEL_BEHIND.matcher(text).replaceFirst("");
        text = CJK_AROUND.matcher(text).replaceAll("");
        return new PhoneText(OPEN_ENDS.matcher(text).replaceAll(""), extension);
    }

    private static String withoutLabels(final String text) {
        String rest = text;
        Matcher matcher = LABEL.matcher(rest);
        while (matcher.lookingAt()) {
            rest = rest.substring(matcher.end());
            matcher = LABEL.matcher(rest);
        }

        return rest;
    }

    private static String plain(final String raw) {
        final StringBuilder plain = new StringBuilder(raw.length());
        raw.codePoints().forEach(codePoint -> appendPlain(codePoint, plain));
        return plain.toString().strip();
    }

    private static void appendPlain(final int codePoint, final StringBuilder plain) {
        if (Character.isDigit(codePoint)) {
            plain.append((char) ('0' + Character.digit(codePoint, 10)));
        } else if (codePoint >= '！' && codePoint <= '～') {
            plain.append((char) (codePoint - '！' + '!'));
        } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            plain.append(' ');
        } else if (Character.getType(codePoint) == Character.DASH_PUNCTUATION || codePoint == 'ー' || codePoint == '−') {
            plain.append('-');
        } else if (Character.getType(codePoint) != Character.FORMAT && Character.getType(codePoint) != Character.CONTROL) {
            plain.appendCodePoint(codePoint);
        }
    }
}

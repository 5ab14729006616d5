package org.nificrm.matching.prepare;

import java.util.Locale;
import java.util.Set;

/**
 * Reads e-mail addresses, broken ones too.
 */
final class EmailReader implements ValueReader {
    private static final Set<String> ROLES = Set.of("info", "admin", "sales", "contact", "office", "support", "mail", "hello", "service",
            "kontakt", "contacto", "help", "marketing", "noreply", "no-reply", "billing", "accounts", "accounting", "webmaster", "enquiries",
            "inquiry", "hr", "team", "post", "postmaster", "reception", "order", "orders", "purchasing", "test");
    private static final Set<String> FREE_DOMAINS = Set.of("gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com",
            "live.com", "msn.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "mail.ru", "yandex.ru",
            "qq.com", "163.com", "126.com", "sina.com", "sina.cn", "foxmail.com", "139.com", "sohu.com", "yeah.net", "protonmail.com",
            "proton.me", "orange.fr", "free.fr", "laposte.net", "libero.it", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "aliyun.com");

    @Override
    public Value read(final String raw) {
        String address = raw.strip().toLowerCase(Locale.ROOT);
        if (address.startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }

        if (address.length() < 3) {
            return null;
        }

        final int at = address.lastIndexOf('@');
        final String local = at < 0 ? address : address.substring(0, at);
        final String domain = at < 0 ? "" : address.substring(at + 1);
        return new EmailValue(address, local, ROLES.contains(local), FREE_DOMAINS.contains(domain));
    }
}

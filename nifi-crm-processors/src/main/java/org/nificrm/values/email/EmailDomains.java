package org.nificrm.values.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.nificrm.values.text.EditDistance;
import org.nificrm.values.text.WordLists;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Domains that many people have their mailbox at, and what typing errors make of them.
 *
 * <p>Distances are those of optimal string alignment (Damerau 1964 restricted), so that two swapped letters count once.</p>
 */
public final class EmailDomains {
    private static final int CACHE_SIZE = 10_000;
    private static final int SHORT_NAME = 4;
    private static final int LONG_NAME = 7;
    /** Country domains that are far more often com with a letter missing. */
    private static final Set<String> CONFUSED_WITH_COM = Set.of("co", "cm", "om");

    private final Set<String> domains;
    private final Set<String> providers;
    private final Set<String> topLevelDomains;
    private final Map<String, String> topLevelTypos = new HashMap<>();
    private final Set<String> disposable;
    private final Set<String> roles;
    private final Cache<String, String> suggestions = Caffeine.newBuilder().maximumSize(CACHE_SIZE).build();

    private EmailDomains(final WordLists lists, final Set<String> domains, final Set<String> providers, final Set<String> topLevelDomains) {
        this.domains = domains;
        this.providers = providers;
        this.topLevelDomains = topLevelDomains;
        disposable = lists.get("disposable domains");
        roles = lists.get("roles");
        for (final String typo : lists.get("top-level typos")) {
            final String[] pair = typo.split("=");
            topLevelTypos.put(pair[0], pair[1]);
        }
    }

    /**
     * @return the domains of the world's large providers
     */
    public static EmailDomains wellKnown() {
        return WellKnown.INSTANCE;
    }

    /**
     * @param domains whole domains, such as gmail.com
     * @param providers names known under several top-level domains, such as yahoo
     * @param topLevelDomains these top-level domains, such as com or co.uk
     * @return domains to know instead of the well-known ones
     */
    public static EmailDomains of(final Set<String> domains, final Set<String> providers, final Set<String> topLevelDomains) {
        return new EmailDomains(lists(), Set.copyOf(domains), Set.copyOf(providers), Set.copyOf(topLevelDomains));
    }

    /**
     * @return these domains and others
     */
    public EmailDomains with(final Set<String> others) {
        final Set<String> all = new HashSet<>(domains);
        all.addAll(others);
        return of(all, providers, topLevelDomains);
    }

    /**
     * @param domain a domain in lower case
     * @return the domain that was probably meant; empty when the domain is known or like no other
     */
    public String suggestionFor(final String domain) {
        final int dot = domain.indexOf('.');
        return dot < 1 || isKnown(domain, dot) ? "" : suggestions.get(domain, this::findSuggestion);
    }

    private String findSuggestion(final String domain) {
        final int dot = domain.indexOf('.');
        final String name = domain.substring(0, dot);
        final String topLevelDomain = domain.substring(dot + 1);
        final String known = closestDomain(domain, name, topLevelDomain);
        if (!known.isEmpty()) {
            return known;
        }

        final String provider = topLevelDomains.contains(topLevelDomain) ? closestProvider(name) : "";
        if (!provider.isEmpty()) {
            return provider + '.' + topLevelDomain;
        }

        return topLevelTypos.containsKey(topLevelDomain) ? name + '.' + topLevelTypos.get(topLevelDomain) : "";
    }

    /**
     * @param asciiDomain a domain in A-labels
     * @return whether it, or a domain above it, hands out throw-away addresses
     */
    public boolean isDisposable(final String asciiDomain) {
        String domain = asciiDomain;
        while (domain.indexOf('.') > 0) {
            if (disposable.contains(domain)) {
                return true;
            }

            domain = domain.substring(domain.indexOf('.') + 1);
        }

        return false;
    }

    /**
     * @param localPart the part before the at sign
     * @return whether it names a function instead of a person
     */
    public boolean isRole(final String localPart) {
        return roles.contains(localPart.toLowerCase(Locale.ROOT));
    }

    private boolean isKnown(final String domain, final int dot) {
        return domains.contains(domain) || providers.contains(domain.substring(0, dot)) && topLevelDomains.contains(domain.substring(dot + 1));
    }

    private String closestDomain(final String domain, final String name, final String topLevelDomain) {
        String closest = "";
        int closestDistance = Integer.MAX_VALUE;
        for (final String candidate : domains) {
            final int distance = distance(domain, name, topLevelDomain, candidate);
            if (distance < closestDistance || distance == closestDistance && candidate.compareTo(closest) < 0) {
                closest = candidate;
                closestDistance = distance;
            }
        }

        for (final String provider : providers) {
            final int distance = distance(domain, name, topLevelDomain, provider + ".com");
            if (topLevelDomains.contains("com") && distance < closestDistance) {
                closest = provider + ".com";
                closestDistance = distance;
            }
        }

        return closest;
    }

    /** How far a known domain is from the given one, MAX_VALUE when too far for a typing error. */
    private static int distance(final String domain, final String name, final String topLevelDomain, final String known) {
        if (Math.abs(domain.length() - known.length()) > 2) {
            return Integer.MAX_VALUE;
        }

        final int dot = known.indexOf('.');
        final String knownName = known.substring(0, dot);
        final String knownTopLevelDomain = known.substring(dot + 1);
        if (domain.replace(".", "").equals(known.replace(".", ""))) {
            return 1;
        }

        final boolean otherCountry = topLevelDomain.length() == 2 && !CONFUSED_WITH_COM.contains(topLevelDomain) || topLevelDomain.indexOf('.') > 0;
        if (!topLevelDomain.equals(knownTopLevelDomain) && otherCountry) {
            return Integer.MAX_VALUE;
        }

        final int nameDistance = EditDistance.between(name, knownName);
        final int whole = EditDistance.between(domain, known);
        final int allowed = knownName.length() <= SHORT_NAME ? 0 : knownName.length() < LONG_NAME ? 1 : 2;
        return nameDistance <= allowed && whole <= 2 ? whole : whole <= Math.min(allowed, 1) ? whole : Integer.MAX_VALUE;
    }

    private String closestProvider(final String name) {
        for (final String provider : providers) {
            if (provider.length() > SHORT_NAME && EditDistance.between(name, provider) == 1) {
                return provider;
            }
        }

        return "";
    }

    private static WordLists lists() {
        return WordLists.read(EmailDomains.class, "email-words.txt");
    }

    private static final class WellKnown {
        private static final EmailDomains INSTANCE = wellKnown(lists());

        private WellKnown() {
        }

        private static EmailDomains wellKnown(final WordLists lists) {
            return new EmailDomains(lists, lists.get("domains"), lists.get("providers"), lists.get("top-level domains"));
        }
    }
}

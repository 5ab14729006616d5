package org.nificrm.matching.model;

import org.nificrm.matching.field.Role;

import java.util.Arrays;

/**
 * What is known about a role before any data: how often each level of agreement occurs between two records of one customer (m), of
 * two customers (u), of two customers who are related by household, building or group of companies, and of two who merely live in
 * the same place.
 *
 * @param match     m for each level
 * @param unrelated u for each level
 * @param related   for each level, null where it follows from u, see {@link #related(double[])}
 * @param neighbour for each level, null where living in the same place makes no difference
 * @param guarded   whether levels that speak against a match may not be learned to be much more frequent in one than {@link #match} says
 */
record Prior(double[] match, double[] unrelated, double[] related, double[] neighbour, boolean guarded) {
    private static final Prior GIVEN_NAME = new Prior(
            new double[] {.06, .04, .05, .13, .70, .02}, new double[] {.9376, .045, .009, .003, .0054, .00001}, null, null, true);
    private static final Prior SURNAME = new Prior(
            new double[] {.06, .03, .04, .14, .71, .02}, new double[] {.9575, .03, .007, .002, .002, .0015},
            new double[] {.30, .02, .02, .06, .59, .01}, null, true);
    private static final Prior BIRTH_DATE = new Prior(
            new double[] {.04, .01, .03, .05, .10, .77}, new double[] {.95946, .012, .022, .006, .0005, .00004},
            new double[] {.945, .018, .022, .007, .001, .007}, null, true);
    private static final Prior IDENTIFIER = new Prior(
            new double[] {.03, .01, .08, .88}, new double[] {.99993, .00005, .00001, .00001}, null, null, true);
    private static final Prior EMAIL = new Prior(
            new double[] {.22, .05, .08, .15, .50}, new double[] {.99868, .001, .0003, .00001, .00001},
            new double[] {.86, .04, .01, .02, .07}, null, false);
    private static final Prior PHONE = new Prior(
            new double[] {.25, .01, .06, .68}, new double[] {.99997, .00001, .00001, .00001},
            new double[] {.65, .01, .03, .31}, null, false);
    private static final Prior HOUSE_NUMBER = new Prior(
            new double[] {.20, .08, .72}, new double[] {.94, .045, .015}, new double[] {.10, .06, .84}, null, false);
    private static final Prior STREET = new Prior(
            new double[] {.12, .06, .12, .20, .50}, new double[] {.957, .03, .008, .003, .002},
            new double[] {.08, .06, .12, .20, .54}, null, false);
    private static final Prior CITY = new Prior(
            new double[] {.12, .03, .04, .11, .70}, new double[] {.951, .02, .007, .002, .02},
            new double[] {.06, .02, .03, .10, .79},
            new double[] {.10, .02, .03, .10, .75}, false);
    private static final Prior POSTAL_CODE = new Prior(
            new double[] {.10, .05, .03, .10, .72}, new double[] {.912, .06, .02, .005, .003},
            new double[] {.05, .03, .02, .08, .82},
            new double[] {.22, .15, .15, .08, .40}, false);
    private static final Prior REGION = new Prior(
            new double[] {.06, .04, .90}, new double[] {.85, .01, .14}, new double[] {.04, .02, .94},
            new double[] {.06, .02, .92}, false);
    private static final Prior COUNTRY = new Prior(
            new double[] {.02, .01, .97}, new double[] {.295, .005, .70}, new double[] {.01, .01, .98},
            new double[] {.01, .01, .98}, false);
    private static final Prior COMPANY = new Prior(
            new double[] {.06, .04, .08, .16, .21, .45}, new double[] {.960, .028, .008, .002, .001, .001},
            new double[] {.30, .12, .35, .12, .05, .06}, null, true);
    private static final Prior WEB_DOMAIN = new Prior(
            new double[] {.15, .05, .80}, new double[] {.9989, .0001, .001}, new double[] {.30, .10, .60}, null, false);
    private static final Prior CATEGORY = new Prior(
            new double[] {.15, .05, .80}, new double[] {.68, .02, .30}, null, null, false);
    private static final Prior SOURCE = new Prior(
            new double[] {.50, .01, .49}, new double[] {.50, .01, .49}, null, null, false);

    private static final double NAMED_AFTER_RELATIVE = 0.03;
    private static final double[] EMAIL_NAMESAKES = {.64, .25, .07, .038, .002};
    private static final double[] COMPANY_BRANCH = {.02, .03, .10, .15, .15, .55};
    private static final double[] WEB_DOMAIN_BRANCH = {.10, .05, .85};

    /**
     * @param unrelated u for each level
     * @return for each level how often related customers agree to it; of given names, that some bear the name of a relative
     */
    double[] related(final double[] unrelated) {
        if (this != GIVEN_NAME) {
            return related == null ? unrelated : related;
        }

        final double[] named = new double[unrelated.length];
        Arrays.setAll(named, level -> (1 - NAMED_AFTER_RELATIVE) * unrelated[level] + NAMED_AFTER_RELATIVE * match[level]);
        return named;
    }

    /** @return for each level how often branches of one company agree to it, null where they are no more alike than other companies */
    static double[] ofBranch(final Role role) {
        return switch (role) {
            case COMPANY -> COMPANY_BRANCH;
            case WEB_DOMAIN -> WEB_DOMAIN_BRANCH;
            case GIVEN_NAME, SURNAME, FULL_NAME, BIRTH_DATE, NATIONAL_ID, TAX_ID, EMAIL, PHONE, HOUSE_NUMBER, STREET, CITY, POSTAL_CODE, REGION,
                    COUNTRY, CATEGORY, SOURCE -> null;
        };
    }

    /** @return for each level how often two customers of one name agree to it, null where the name makes no difference */
    static double[] ofNamesakes(final Role role) {
        return role == Role.EMAIL ? EMAIL_NAMESAKES : null;
    }

    /** @return whether a level means the same value on both sides */
    static boolean isExact(final Role role, final int level) {
        return switch (role) {
            case GIVEN_NAME, SURNAME -> level == of(role).match.length - 2;
            case FULL_NAME, BIRTH_DATE, NATIONAL_ID, TAX_ID, EMAIL, PHONE, HOUSE_NUMBER, STREET, CITY, POSTAL_CODE, REGION, COUNTRY,
                    COMPANY, WEB_DOMAIN, CATEGORY -> level == of(role).match.length - 1;
            case SOURCE -> false;
        };
    }

    /** @return the prior of a role */
    static Prior of(final Role role) {
        return switch (role) {
            case GIVEN_NAME -> GIVEN_NAME;
            case SURNAME, FULL_NAME -> SURNAME;
            case BIRTH_DATE -> BIRTH_DATE;
            case NATIONAL_ID, TAX_ID -> IDENTIFIER;
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
            case HOUSE_NUMBER -> HOUSE_NUMBER;
            case STREET -> STREET;
            case CITY -> CITY;
            case POSTAL_CODE -> POSTAL_CODE;
            case REGION -> REGION;
            case COUNTRY -> COUNTRY;
            case COMPANY -> COMPANY;
            case WEB_DOMAIN -> WEB_DOMAIN;
            case CATEGORY -> CATEGORY;
            case SOURCE -> SOURCE;
        };
    }
}

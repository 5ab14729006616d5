package org.nificrm.values.company;

import java.util.Objects;

/**
 * A company's name in two parts, each as it was written.
 *
 * @param base the name without its legal form; never empty for a name that is not
 * @param legalForm the legal form, such as GmbH, Pty Ltd or 有限公司; empty if the name has none, parted by a blank if it has two
 */
public record CompanyName(String base, String legalForm) {

    public CompanyName {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(legalForm, "legalForm");
    }
}

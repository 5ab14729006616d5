package org.nificrm.services;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.nificrm.delivery.Finding;

/** What was found about a CRM, as NiFi's Verify shows it. */
public final class Findings {

    private Findings() {
    }

    public static ConfigVerificationResult toResult(final Finding finding) {
        return new ConfigVerificationResult.Builder()
                .verificationStepName(finding.step())
                .outcome(switch (finding.verdict()) {
                    case PASSED -> Outcome.SUCCESSFUL;
                    case FAILED -> Outcome.FAILED;
                    case SKIPPED -> Outcome.SKIPPED;
                })
                .explanation(finding.explanation())
                .build();
    }
}

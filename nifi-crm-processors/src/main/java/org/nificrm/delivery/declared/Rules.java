package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ThrottleRule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What answers mean: the document's rules in their order, then what HTTP itself says (RFC 9110). What the CRM did not write
 * itself, a proxy's page for example, is never a verdict on a record.
 *
 * @param crm      who answers
 * @param rules    in their order; the first that matches decides
 * @param codes    places in an error's body where a code may stand
 * @param messages places in an error's body where a sentence may stand
 */
public record Rules(String crm, List<Rule> rules, List<JsonPointer> codes, List<JsonPointer> messages) {

    private static final int LONGEST_CODE = 60;

    Judgement judge(final Action action, final ApiResponse response) {
        for (final Rule rule : rules) {
            if (rule.matches(action, response)) {
                return new Judgement(rule.verdict(), error(action, response, rule.verdict(), rule));
            }
        }

        final Verdict verdict = usual(action, response);
        return new Judgement(verdict, error(action, response, verdict, null));
    }

    private static Verdict usual(final Action action, final ApiResponse response) {
        final int status = response.status();
        if (response.isSuccess()) {
            return Verdict.SUCCESS;
        }

        if (status >= 500) {
            return Verdict.UNKNOWN;
        }

        return switch (status) {
            case 408, 412, 423, 425 -> Verdict.RETRY;
            case 429 -> Verdict.THROTTLED;
            case 401, 402, 403, 405, 407 -> Verdict.UNAVAILABLE;
            case 413 -> Verdict.REJECTED;
            case 404, 410 -> action == Action.UPDATE || action == Action.DELETE ? Verdict.MISSING : Verdict.UNAVAILABLE;
            default -> status < 400 || !response.json().isContainerNode() ? Verdict.UNAVAILABLE : status == 409 ? Verdict.CONFLICT : Verdict.REJECTED;
        };
    }

    private ApiError error(final Action action, final ApiResponse response, final Verdict verdict, final Rule rule) {
        if (response.isSuccess() && verdict.asError(action) == ApiError.Verdict.UNCERTAIN) {
            return new ApiError(crm, ApiError.Verdict.UNCERTAIN, "UNREADABLE_ANSWER", "The answer does not say what became of the record", null);
        }

        final JsonNode body = response.json();
        final String code = rule == null || rule.code() == null ? first(body, codes).map(Rules::toCode).orElse("HTTP_" + response.status()) : rule.code();
        final String message = rule == null || rule.message() == null ? first(body, messages).orElse("") : rule.message();
        return new ApiError(crm, verdict.asError(action), code, message, response.retryAfter(Instant.now()).orElse(rule == null ? null : rule.retryAfter()));
    }

    private static Optional<String> first(final JsonNode body, final List<JsonPointer> pointers) {
        return pointers.stream().map(body::at).filter(JsonNode::isValueNode).map(JsonNode::asText).filter(text -> !text.isBlank()).findFirst();
    }

    /** Whatever stands there, in the shape of a code. */
    private static String toCode(final String text) {
        final String code = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code.matches("\\d*") ? "ERROR_" + code : code;
    }

    /** The rules that speak of being asked too often, whatever the request was. */
    ThrottleRule throttleRule() {
        return response -> {
            final Judgement judgement = judge(null, response);
            return judgement.verdict() == Verdict.THROTTLED
                    ? Optional.of(judgement.error().retryAfter() == null ? ThrottleRule.SHORT_WAIT : judgement.error().retryAfter())
                    : Optional.empty();
        };
    }
}

package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A processor under construction; stopped, as an import leaves it. */
final class Processor extends Node {

    private static final String REPORT = "report";
    private static final String OWN_COLOUR = "#2f7f9d";
    private static final String REVIEW_COLOUR = "#d98e04";

    private final ComponentType type;
    private final String comments;
    private final Configured configured = new Configured();
    private final List<String> autoTerminated = new ArrayList<>();
    private final Set<String> connected = new HashSet<>();
    private final List<String> retried = new ArrayList<>();
    private String schedulingPeriod = "0 sec";
    private String penaltyDuration = "30 sec";
    private String executionNode = "ALL";
    private int concurrentTasks = 1;
    private int retries = 10;
    private boolean review;
    private boolean disabled;

    Processor(final Group parent, final ComponentType type, final String name, final Grid cell, final String comments) {
        super(parent, "processor", "PROCESSOR", name, cell);
        this.type = type;
        this.comments = comments;
    }

    @Override
    String comments() {
        return comments;
    }

    @Override
    Rectangle box() {
        return new Rectangle(cell().x(), cell().y(), Grid.PROCESSOR_WIDTH, Grid.PROCESSOR_HEIGHT);
    }

    Processor property(final String name, final String value) {
        configured.add(name, value);
        return this;
    }

    Processor sensitiveProperty(final String name, final String value) {
        configured.addSensitive(name, value);
        return this;
    }

    Processor dynamicProperty(final String name, final String value) {
        configured.addDynamic(name, value, false);
        return this;
    }

    Processor sensitiveDynamicProperty(final String name, final String value) {
        configured.addDynamic(name, value, true);
        return this;
    }

    Processor service(final String name, final Service service) {
        configured.addService(name, service);
        return this;
    }

    /** Connections leave by these relationships. */
    void connected(final List<String> relationships) {
        connected.addAll(relationships);
        autoTerminated.removeAll(relationships);
    }

    /** Where FlowFiles end that nothing further happens to. */
    Processor end(final String... relationships) {
        autoTerminated.addAll(List.of(relationships));
        return this;
    }

    /** NiFi tries again this often, waiting longer each time, before the FlowFile leaves by the relationship. */
    Processor retry(final int times, final String... relationships) {
        retries = times;
        retried.addAll(List.of(relationships));
        return this;
    }

    Processor every(final String period) {
        schedulingPeriod = period;
        return this;
    }

    Processor penalty(final String duration) {
        penaltyDuration = duration;
        return this;
    }

    /** In a cluster one node does it; elsewhere no difference. */
    Processor onPrimaryNode() {
        executionNode = "PRIMARY";
        return this;
    }

    Processor concurrentTasks(final int tasks) {
        concurrentTasks = tasks;
        return this;
    }

    /** A person looks at what ends here. */
    Processor forReview() {
        review = true;
        return this;
    }

    /** Does not start with its group: a person enables it. */
    Processor disabled() {
        disabled = true;
        return this;
    }

    ObjectNode toJson() {
        final ObjectNode json = json("PROCESSOR");
        position(json, cell().x(), cell().y());
        json.put("type", type.name());
        Service.bundle(json.putObject("bundle"), type.group(), type.artifact(), type.version());
        configured.write(json);
        json.put("comments", comments);
        final ObjectNode style = json.putObject("style");
        if (type.isOwn() || review) {
            style.put("background-color", review ? REVIEW_COLOUR : OWN_COLOUR);
        }

        json.put("schedulingPeriod", schedulingPeriod);
        json.put("schedulingStrategy", "TIMER_DRIVEN");
        json.put("executionNode", executionNode);
        json.put("concurrentlySchedulableTaskCount", concurrentTasks);
        json.put("penaltyDuration", penaltyDuration);
        json.put("yieldDuration", "1 sec");
        json.put("bulletinLevel", "WARN");
        json.put("runDurationMillis", 0);
        json.put("retryCount", retries);
        strings(json.putArray("retriedRelationships"), retried);
        json.put("backoffMechanism", "PENALIZE_FLOWFILE");
        json.put("maxBackoffPeriod", "10 mins");
        strings(json.putArray("autoTerminatedRelationships"), ended());
        json.put("scheduledState", disabled ? "DISABLED" : "ENABLED");

        return json;
    }

    /** A report that nobody takes ends, as it does for a processor that a person drags onto the canvas. */
    private List<String> ended() {
        final List<String> ended = new ArrayList<>(autoTerminated);
        if (type.reports() && !connected.contains(REPORT) && !ended.contains(REPORT)) {
            ended.add(REPORT);
        }

        return ended;
    }

    private static void strings(final ArrayNode array, final List<String> values) {
        values.forEach(array::add);
    }
}

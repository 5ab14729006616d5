package org.nificrm.templates;

/** What PutCrmCustomer created, changed or deleted goes out to subscribers as signed webhooks. One group a subscriber. */
final class PublishChanges {

    private final FlowDefinition definition = new FlowDefinition("Publish Changes",
            "Tells other systems by webhook which customers were created, changed or deleted. Connect PutCrmCustomer's success to its input port.",
            "Whom to tell and how. Every value is described; set the subscriber's secret.");
    private final Group root = definition.root();

    FlowDefinition build() {
        addParameters();
        final Service reader = Services.recordReader(root);
        final Service writer = Services.recordWriter(root);
        final Service eventWriter = Services.messageWriter(root, "Event Writer", "Writes the customers of a message.");

        final Port subscriber = addSubscriber();
        addMessages(reader, writer, eventWriter, subscriber);
        addLabels();
        return definition;
    }

    private void addParameters() {
        definition
                .parameter("Customers per Message", "100", "Customers that one message tells of at most.")
                .parameter("Subscriber URL", "https://subscriber.example.com/customers", "Where the subscriber takes messages. Use https: messages hold customer data.")
                .sensitiveParameter("Subscriber Secret",
                        "What messages are signed with and the subscriber checks them by: whsec_ and 24 to 64 random bytes in base 64, from 'openssl rand -base64 32'.")
                .parameter("Attempts", "20", "How often a message is sent, 30 seconds apart, before it becomes a dead letter.");
        Lanes.addDirectoryParameter(definition);
    }

    private void addMessages(final Service reader, final Service writer, final Service eventWriter, final Port subscriber) {
        final Port input = root.inputPort("written customers", 0, 0, "Connect PutCrmCustomer's relationship success here: customers with their outcome in crm_status.");
        final Processor partition = root.processor(ComponentType.PARTITION_RECORD, "Group by Outcome", 0, 1, "One FlowFile for each outcome: created, updated, deleted, unchanged.")
                .service("record-reader", reader)
                .service("record-writer", writer)
                .dynamicProperty("crm_status", "/crm_status")
                .end("original");
        final Processor choose = root.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Choose Changes", 0, 2, "What is as it was is nothing to tell.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("changed", "${crm_status:in('created', 'updated', 'deleted')}")
                .end("unmatched");
        final Processor split = root.processor(ComponentType.SPLIT_RECORD, "Limit Size", 0, 3, "Messages of a size that subscribers take.")
                .service("Record Reader", reader)
                .service("Record Writer", eventWriter)
                .property("Records Per Split", "#{Customers per Message}")
                .end("original");
        final Processor name = root.processor(ComponentType.UPDATE_ATTRIBUTE, "Name Message", 0, 4,
                        "An id and a time that stay the same however often the message is sent: subscribers leave out what they have had.")
                .property("Store State", "Do not store state")
                .dynamicProperty("message.id", "msg_${UUID()}")
                .dynamicProperty("message.time", "${now():format(\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\", 'UTC')}");
        final Processor wrap = root.processor(ComponentType.REPLACE_TEXT, "Write Message", 0, 5, "Type, time and customers, as the Standard Webhooks specification has it.")
                .property("Replacement Strategy", "Surround")
                .property("Text to Prepend", "{\"type\": \"customer.${crm_status}\", \"timestamp\": \"${message.time}\", \"data\": ")
                .property("Text to Append", "}")
                .property("Evaluation Mode", "Entire text")
                .property("Maximum Buffer Size", "16 MB");
        root.connect(input, partition);
        root.connect(partition, choose, "success");
        root.connect(choose, split, "changed");
        root.connect(split, name, "splits");
        root.connect(name, wrap, "success");
        root.connect(wrap, subscriber, "success");
        final Processor unreadable = Lanes.files(root, partition, "Unreadable Customers", "unreadable", 1, 5, "What cannot be read cannot be told. Look at the schema of PutCrmCustomer's writer.", "failure");
        root.connect(split, unreadable, "failure");
        root.connect(wrap, unreadable, "failure");
    }

    private Port addSubscriber() {
        final Group group = root.group("Subscriber", 0, 6, "Sends messages to one subscriber until it has taken them. For another one, copy this group and give it parameters of its own.");
        final Port input = group.inputPort("messages", 0, 0, "Messages to send.");
        final Processor sign = group.processor(ComponentType.SIGN_WEBHOOK, "Sign", 0, 1, "Signs each attempt anew: subscribers refuse messages whose signature is old.")
                .sensitiveProperty("Signing Secret", "#{Subscriber Secret}")
                .property("Message Id", "${message.id}");
        final Processor send = group.processor(ComponentType.INVOKE_HTTP, "Send", 0, 2, "Posts the message. Any answer of 2xx means that the subscriber has it.")
                .property("HTTP Method", "POST")
                .property("HTTP URL", "#{Subscriber URL}")
                .property("Request Content-Type", "application/json")
                .property("Request Header Attributes Pattern", "webhook-.*")
                .property("Response Redirects Enabled", "False")
                .property("Response Body Ignored", "true")
                .end("Original", "Response")
                .concurrentTasks(2);
        final Processor again = group.processor(ComponentType.RETRY_FLOW_FILE, "Count Attempts", 1, 2, "After each attempt that failed the message waits for half a minute.")
                .property("retry-attribute", "message.attempts")
                .property("maximum-retries", "#{Attempts}")
                .property("penalize-retries", "true")
                .property("reuse-mode", "reset")
                .end("failure");
        group.connect(input, sign);
        group.connect(sign, send, "success");
        group.connect(send, again, "Retry", "Failure");
        group.connect(again, sign, "retry");
        final Processor deadLetters = Lanes.files(group, again, "Dead Letters", "dead_letters", 1, 3,
                "Messages that the subscriber did not take. The file is what was to be sent: send it by hand when the subscriber can take it.", "retries_exceeded");
        group.connect(send, deadLetters, "No Retry");
        return input;
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Right-click the canvas → Parameters: the subscriber's address and the secret that it knows too.
                2. Connect success of PutCrmCustomer to this group, then enable all controller services and start.
                3. The subscriber checks the headers webhook-id, webhook-timestamp and webhook-signature (standardwebhooks.com) and answers 2xx.
                4. Another subscriber: copy the group Subscriber, connect Write Message to it too, and give it a parameter context of its own.""", 0, -176, 1184, 136);
    }
}

package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Rectangle;

/** A text on the canvas. */
final class Label extends Component {

    private final String text;
    private final Style style;
    private final int x;
    private final int y;
    private final int width;
    private final int height;

    /** What a label is for. */
    enum Style {
        HEADING("#cfe3ea", "20px"),
        HELP("#fff6d6", "14px");

        private final String colour;
        private final String fontSize;

        Style(final String colour, final String fontSize) {
            this.colour = colour;
            this.fontSize = fontSize;
        }
    }

    Label(final Group parent, final Style style, final String text, final int x, final int y, final int width, final int height) {
        super(parent, "label", text);
        this.text = text;
        this.style = style;
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    Rectangle box() {
        return new Rectangle(x, y, width, height);
    }

    ObjectNode toJson() {
        final ObjectNode json = json("LABEL");
        json.remove("name");
        json.put("label", text);
        position(json, x, y);
        json.put("width", width);
        json.put("height", height);
        // Behind everything else.
        json.put("zIndex", 0);
        json.putObject("style").put("background-color", style.colour).put("font-size", style.fontSize);

        return json;
    }
}

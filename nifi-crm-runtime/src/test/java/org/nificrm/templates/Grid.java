package org.nificrm.templates;

/**
 * The canvas grid: columns and rows a person can count, every position a multiple of NiFi's own 8 pixels.
 *
 * @param column 0 is the main way
 * @param row    from the top
 */
record Grid(int column, int row) {

    static final int UNIT = 8;
    static final int COLUMN_WIDTH = 600;
    static final int ROW_HEIGHT = 216;

    /** Sizes that NiFi draws. */
    static final int PROCESSOR_WIDTH = 352;
    static final int PROCESSOR_HEIGHT = 128;
    static final int GROUP_WIDTH = 384;
    static final int GROUP_HEIGHT = 176;
    static final int PORT_WIDTH = 240;
    static final int PORT_HEIGHT = 48;

    /** Brings the middle of a group to that of a processor. */
    static final int GROUP_INDENT = (PROCESSOR_WIDTH - GROUP_WIDTH) / 2;

    int x() {
        return column * COLUMN_WIDTH;
    }

    int y() {
        return row * ROW_HEIGHT;
    }
}

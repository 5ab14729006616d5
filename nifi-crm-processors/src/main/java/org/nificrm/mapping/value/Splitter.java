package org.nificrm.mapping.value;

/** Takes one text apart. Implementations are immutable and know how many parts their rule has targets for. */
public interface Splitter {

    /**
     * The parts in the order of the rule's targets, null where the text has none.
     *
     * @throws MappingFailure MAP_SPLIT if the text is not of the expected form
     */
    Object[] split(String text) throws MappingFailure;
}

package org.nificrm.values.name;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GivenNameFormsTest {

    @Test
    void aPetNameLeadsToItsName() {
        assertEquals(List.of("robert"), GivenNameForms.of("bob"));
    }

    @Test
    void aNameIsAFormOfItself() {
        assertTrue(GivenNameForms.of("elizabeth").contains("elizabeth"));
    }

    @Test
    void aFormMayBelongToSeveralNames() {
        assertTrue(GivenNameForms.of("sandy").containsAll(List.of("alexander", "alexandra")));
    }

    @Test
    void nothingIsKnownOfARareName() {
        assertEquals(List.of(), GivenNameForms.of("xylander"));
    }
}

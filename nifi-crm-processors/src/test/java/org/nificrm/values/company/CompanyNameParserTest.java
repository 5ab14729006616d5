package org.nificrm.values.company;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;
import org.nificrm.values.text.RandomText;

import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class CompanyNameParserTest {

    private final CompanyNameParser parser = CompanyNameParser.standard();

    @ParameterizedTest
    @CsvSource(textBlock = """
            Northwind Traders Inc.,              Northwind Traders,        Inc.
            'NORTHWIND TRADERS, INC',            'NORTHWIND TRADERS',      INC
            Baker & Company Ltd,                 Baker & Company,          Ltd
            Kestrel (Holdings) Pty. Ltd.,        Kestrel (Holdings),       Pty. Ltd.
            Lumen Technologies Pvt Ltd,          Lumen Technologies,       Pvt Ltd
            Müller GmbH & Co. KG,                Müller,                   GmbH & Co. KG
            Fermata S. p. A.,                    Fermata,                  S. p. A.
            Azul S.A. de C.V.,                   Azul,                     S.A. de C.V.
            Wisła Sp. z o.o.,                    Wisła,                    Sp. z o.o.
            ООО Ромашка,                         Ромашка,                  ООО
            AB Granit,                           Granit,                   AB
            Oy Kivi Ab,                          Kivi,                     Oy Ab
            Siemers GmbH Niederlassung Köln,     Siemers Niederlassung Köln, GmbH
            PT Sinar Laut Tbk,                   Sinar Laut,               PT Tbk
            深圳市蓝鲸科技有限公司,              深圳市蓝鲸科技,           有限公司
            蓝鲸集团股份有限公司,                蓝鲸,                     集团股份有限公司
            株式会社青空,                        青空,                     株式会社
            青空商事株式会社,                    青空商事,                 株式会社
            Seeblick Bau eG,                     Seeblick Bau,             eG
            Liffey Cloud DAC,                    Liffey Cloud,             DAC
            Ticino Orologi Sagl,                 Ticino Orologi,           Sagl
            Érable Conseil Ltée,                 Érable Conseil,           Ltée
            Công ty TNHH Hoa Sen,                Hoa Sen,                  Công ty TNHH
            (주)한빛,                            한빛,                     (주)
            한빛전자 주식회사,                   한빛전자,                 주식회사
            """)
    void partsTheNameFromItsLegalForm(final String name, final String base, final String form) {
        assertEquals(new CompanyName(base, form), parser.parse(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Northwind", "Such as", "Limited", "有限公司", "Friends of the Library", "Save the Da", "Bank of India", "Coco", "Vitae et"})
    void leavesNamesWithoutALegalFormWhole(final String name) {
        assertEquals(new CompanyName(name, ""), parser.parse(name));
    }

    @Test
    void knowsNoNameAsEmpty() {
        assertEquals(new CompanyName("", ""), parser.parse(null));
        assertEquals(new CompanyName("", ""), parser.parse(" "));
    }

    @Test
    void learnsMoreForms() {
        assertEquals(new CompanyName("Northwind", "Genoss. m.u.H."), CompanyNameParser.withForms(Set.of("Genoss. m.u.H.")).parse("Northwind Genoss. m.u.H."));
    }

    @Test
    void neverLeavesANameWithoutBase() {
        final Random random = Fuzz.random(25);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            final String text = RandomText.next(random) + (random.nextBoolean() ? " Ltd" : "有限公司");
            assertFalse(parser.parse(text).base().isEmpty(), text);
        }
    }
}

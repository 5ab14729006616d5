package org.nificrm;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.nifi.components.DescribedValue;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.nificrm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] ENGINES = {
        "org.nificrm.mapping..", "org.nificrm.cleansing..", "org.nificrm.matching..", "org.nificrm.delivery..", "org.nificrm.quality..",
        "org.nificrm.reconciliation.."
    };

    @ArchTest
    static final ArchRule arrowsRunOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true)
            .layer("processors").definedBy("org.nificrm.processors..")
            .layer("services").definedBy("org.nificrm.services..")
            .layer("record").definedBy("org.nificrm.record..")
            .layer("engines").definedBy(ENGINES)
            .layer("values").definedBy("org.nificrm.values..")
            .layer("customer").definedBy("org.nificrm.customer..")
            .whereLayer("processors").mayNotBeAccessedByAnyLayer()
            .whereLayer("services").mayOnlyBeAccessedByLayers("processors")
            .whereLayer("record").mayOnlyBeAccessedByLayers("processors", "services")
            .whereLayer("engines").mayOnlyBeAccessedByLayers("processors", "services", "record")
            .whereLayer("values").mayOnlyBeAccessedByLayers("processors", "services", "record", "engines");

    @ArchTest
    static final ArchRule enginesDoNotKnowTheFlow = noClasses().that().resideInAnyPackage(ENGINES)
            .should().dependOnClassesThat(resideInAnyPackage(
                    "org.apache.nifi.processor..", "org.apache.nifi.flowfile..", "org.apache.nifi.controller..", "org.apache.nifi.components..",
                    "org.apache.nifi.context..", "org.apache.nifi.logging..").and(not(type(DescribedValue.class))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule enginesDoNotKnowEachOther = slices().matching("org.nificrm.(mapping|cleansing|matching|delivery|quality|reconciliation)..")
            .should().notDependOnEachOther().allowEmptyShould(true);
}

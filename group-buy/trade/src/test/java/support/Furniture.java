package support;

import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** What makes worlds for tests of modules: each wing names its own under META-INF/spring. */
class Furniture implements ImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata test) {
        return ImportCandidates.load(ModuleTest.class, getClass().getClassLoader())
                .getCandidates()
                .toArray(String[]::new);
    }
}

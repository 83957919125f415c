package io.kubilitics.testbed.kube;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Its tests may have a [ControlPlane] as a parameter: the one of the whole run, which other
/// classes have used before and will use after, so that each works in namespaces of its own and
/// leaves rights and API server as they were. Without the programs and without Go to build them the
/// tests are skipped, in continuous integration they fail.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ControlPlaneExtension.class)
public @interface RequiresControlPlane {}

package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import java.time.Instant;

/// The made-up company.
record DemoArgument(String text) implements SourceArgument {
  static final String DEMO = "demo";

  @Override
  public ClusterId cluster() {
    return new ClusterId(DEMO);
  }

  @Override
  public String shortName() {
    return DEMO;
  }

  @Override
  public void check() {
    DemoSpec.parse(text);
  }

  @Override
  public ResourceSource still(Catalogue catalogue, Shell shell, Instant asOf) {
    return DemoSource.still(DemoSpec.parse(text), catalogue, asOf);
  }

  @Override
  public ResourceSource stillWithBodies(Catalogue catalogue, Shell shell, Instant asOf) {
    return still(catalogue, shell, asOf);
  }

  @Override
  public ResourceSource alive(Catalogue catalogue, Shell shell) {
    return DemoSource.alive(
        DemoSpec.parse(text), catalogue, shell.clock().instant(), DemoSource.USUAL_PACE);
  }
}

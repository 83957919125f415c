package io.kubilitics.jlink.probe;

import org.pf4j.ExtensionPoint;

/// What the probe's plugin extends.
public interface Greeting extends ExtensionPoint {
  String text();
}

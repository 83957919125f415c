package io.kubilitics.jlink.probe;

import org.pf4j.Extension;

/// The probe's plugin; packed in a jar of its own.
@Extension
public final class GreetingPlugin implements Greeting {
  @Override
  public String text() {
    return "hello from a plugin";
  }
}

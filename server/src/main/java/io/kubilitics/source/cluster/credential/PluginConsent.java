package io.kubilitics.source.cluster.credential;

/// Asks the user whether a program may run. Called on the thread of the request that needs it, one
/// call at a time per connection; may wait for the user.
@FunctionalInterface
public interface PluginConsent {
  /// Agrees to nothing.
  PluginConsent NEVER = _ -> false;

  boolean allows(PluginCall call) throws InterruptedException;
}

/// The demo: a believable company's cluster made from a seed, with faults planted in it and a life
/// of its own. Small states are kept (what is there, and how it is); the bodies are written anew
/// from them whenever one is wanted, so that a change can never leave two objects telling different
/// stories. Everything follows from seed, size and the instant of birth.
@NullMarked
package io.kubilitics.source.demo;

import org.jspecify.annotations.NullMarked;

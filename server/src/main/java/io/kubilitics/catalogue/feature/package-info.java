/// Texts that checks need of an object and that no line of a catalogue file can say: ports with
/// their names, what containers request, which webhooks fail closed. Each is a few bytes long,
/// since every object of the kind keeps one in memory.
@NullMarked
package io.kubilitics.catalogue.feature;

import org.jspecify.annotations.NullMarked;

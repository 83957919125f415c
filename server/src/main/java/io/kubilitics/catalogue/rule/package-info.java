/// The rules that find facts in one object: those a catalogue file says as data, and one small
/// class for each that data cannot say.
@NullMarked
package io.kubilitics.catalogue.rule;

import org.jspecify.annotations.NullMarked;

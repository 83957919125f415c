/// How wide a text is and how it is cut to its room, from a table of advance widths: the same in
/// every process, with no font and no font engine. The table is that of the bundled font without
/// kerning, for text painted without contextual ligatures; figures may be painted tabular, other
/// characters not.
@NullMarked
package io.kubilitics.layout.text;

import org.jspecify.annotations.NullMarked;

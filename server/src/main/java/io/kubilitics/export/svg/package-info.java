/// Paints a [io.kubilitics.model.drawing.Drawing] as an SVG document, at the scale of its level.
/// The document is written as a stream: a first pass, into nothing, finds out which rules and
/// symbols are used, the second writes; nothing of the size of the drawing is held. The same
/// drawing, theme and options give the same bytes. Everything stands in whole pixels: corners are
/// rounded on the canvas, so that what touches in the drawing touches in the picture.
@NullMarked
package io.kubilitics.export.svg;

import org.jspecify.annotations.NullMarked;

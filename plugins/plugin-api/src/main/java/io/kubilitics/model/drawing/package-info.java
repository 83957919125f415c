/// The drawing: what the screen, SVG, PNG and PDF all paint. Geometry in whole map units (one is a
/// pixel at scale 1), texts already cut to their room, and ids that lead back to objects and edges;
/// no colours, which a [io.kubilitics.model.drawing.Theme] gives at the end. Positions are
/// relative: cards and routes to their block, blocks to their frame, frames to the canvas, so that
/// moving a namespace changes one rectangle. Every list has a fixed order.
@NullMarked
package io.kubilitics.model.drawing;

import org.jspecify.annotations.NullMarked;

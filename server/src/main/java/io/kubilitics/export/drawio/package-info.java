/// Writes a drawing for the draw.io editor: its uncompressed XML, in which the boxes of the map are
/// boxes that can be moved, and lines stay at their cards. Colours come from the theme; nothing
/// outside the file is referred to.
@NullMarked
package io.kubilitics.export.drawio;

import org.jspecify.annotations.NullMarked;

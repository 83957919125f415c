package io.kubilitics.session.map;

import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Level;
import org.jspecify.annotations.Nullable;

/// How one looks at a canvas.
///
/// @param level null for the finest at which the window can be read
/// @param window null for everything
/// @param selected whose relations are lit, null for nothing
/// @param bounded whether to refuse what is too much for one answer; a file may be of any size
public record MapView(
    @Nullable Level level, @Nullable Rect window, @Nullable ResourceId selected, boolean bounded) {}

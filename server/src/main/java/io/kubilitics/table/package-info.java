/// The objects of one kind as a table: its columns with their types, and the rows of one page in
/// the order of any column. Pages are found by the place of their last row, never by counting, so
/// that objects that come and go meanwhile shift nothing.
@NullMarked
package io.kubilitics.table;

import org.jspecify.annotations.NullMarked;

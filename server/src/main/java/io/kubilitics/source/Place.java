package io.kubilitics.source;

/// Where something stands in what a source reads.
///
/// @param file path as the user would write it, `-` for stdin, or a name of the source
/// @param line from 1; 0 when it has none
public record Place(String file, int line) {
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}

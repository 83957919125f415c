package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.discovery.ServedKind;

/// In which form a kind is listed next: as the beginning of a watch where its server can, else in
/// one answer, else in pages. What has turned out not to work is not tried again for long; what
/// broke off half way is listed in pages until it is complete, because they go on where they broke
/// off. The feed's thread.
final class ListForms {
  private final ServedKind kind;
  private final ServerAbilities abilities;
  private boolean isTooLarge;
  private boolean brokeOff;

  /// How a list is asked for.
  enum Form {
    BY_WATCH,
    AT_ONCE,
    IN_PAGES
  }

  ListForms(ServedKind kind, ServerAbilities abilities) {
    this.kind = kind;
    this.abilities = abilities;
  }

  /// The form of the next list.
  ///
  /// @param isWatched whether a watch is wanted at all
  Form next(boolean isWatched) {
    if (brokeOff) {
      return Form.IN_PAGES;
    }
    if (isWatched && abilities.tryListByWatch(kind)) {
      return Form.BY_WATCH;
    }
    return isTooLarge ? Form.IN_PAGES : Form.AT_ONCE;
  }

  /// The server does not list by watch, or does not come to the end of it.
  void notByWatch() {
    abilities.refusesListsByWatch(kind);
  }

  /// All of it has come by watch.
  void completeByWatch() {
    abilities.listsByWatch(kind);
    complete();
  }

  /// The server does not manage all of it in one answer.
  void neverAtOnce() {
    isTooLarge = true;
  }

  /// Some of it has come, the rest has not.
  void brokeOff() {
    brokeOff = true;
  }

  /// All of it has come.
  void complete() {
    brokeOff = false;
  }
}

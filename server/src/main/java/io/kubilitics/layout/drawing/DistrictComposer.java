package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.DistrictName;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.Plan.District;
import io.kubilitics.model.NaturalOrder;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes one tile of the groups of each district: an overview of thousands of tiles would show
/// nothing.
final class DistrictComposer {
  private static final Comparator<Frame> BY_NAME =
      Comparator.comparing(Frame::key, NaturalOrder.INSTANCE);

  private final TitleRooms rooms;

  DistrictComposer() {
    rooms = new TitleRooms(Level.NAMESPACES);
  }

  /// The frames that stand in no district, then the districts.
  ///
  /// @param network as far as the viewer may see it
  /// @param frames as they are without districts
  List<Frame> joined(Plan plan, Network network, List<Frame> frames) {
    Map<String, String> names = DistrictName.of(plan, network);
    Map<String, Frame> open = new HashMap<>();
    frames.forEach(frame -> open.put(frame.key(), frame));
    List<Frame> districts = new ArrayList<>();
    for (District district : plan.districts()) {
      List<Frame> members = new ArrayList<>();
      for (String key : district.frames()) {
        Frame member = open.remove(key);
        if (member != null) {
          members.add(member);
        }
      }
      if (!members.isEmpty()) {
        members.sort(BY_NAME);
        String key = Objects.requireNonNull(names.get(district.key()));
        districts.add(joined(key, district.rect(), members));
      }
    }
    List<Frame> all = new ArrayList<>(frames);
    all.removeIf(frame -> !open.containsKey(frame.key()));
    all.addAll(districts);
    return all;
  }

  private Frame joined(String key, Rect rect, List<Frame> members) {
    Tally tally = Tally.NOTHING;
    Look look = Look.PLAIN;
    List<AppCell> cells = new ArrayList<>();
    for (Frame member : members) {
      tally = tally.plus(member.tally());
      look = look.worse(member.look());
      cells.add(
          new AppCell(
              member.key(), member.title().full(), "", Hue.CUSTOM, member.look(), member.tally()));
    }
    String title = members.getFirst().title().full();
    if (members.size() > 1) {
      title += " … " + members.getLast().title().full();
    }
    return new Frame(
        key,
        Frame.Type.DISTRICT,
        rect,
        rooms.frame(title, rect.width(), rect.height(), tally, look),
        Label.NONE,
        tally,
        look,
        cells,
        List.of());
  }
}

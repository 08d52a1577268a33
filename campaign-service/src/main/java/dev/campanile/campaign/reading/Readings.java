package dev.campanile.campaign.reading;

import dev.campanile.campaign.reading.ReadingRepository.Group;
import dev.campanile.campaign.reading.ReadingRepository.Kind;
import dev.campanile.contracts.Receipt.Reader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many opened and clicked.
 *
 * @param clicksByLink by the link's id in the content
 */
public record Readings(ByReader opens, ByReader clicks, Map<String, ByReader> clicksByLink) {

  private static final Count NOBODY = new Count(0, 0);

  /**
   * @param people those who read, and for whom a mail provider's proxy did
   * @param total how often they did
   * @param byReader the same by who it was, machines too; who never came is absent
   */
  public record ByReader(long people, long total, Map<Reader, Count> byReader) {}

  /**
   * @param people each counted once
   */
  public record Count(long people, long total) {}

  static Readings of(List<Group> groups) {
    Map<String, ByReader> links = new TreeMap<>();
    groups.stream()
        .filter(group -> group.kind() == Kind.CLICKED)
        .map(Group::link)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(
            link ->
                links.put(
                    link,
                    byReader(
                        groups.stream()
                            .filter(g -> g.kind() == Kind.CLICKED && link.equals(g.link()))
                            .toList())));
    return new Readings(
        byReader(of(groups, Kind.OPENED)), byReader(of(groups, Kind.CLICKED)), links);
  }

  private static List<Group> of(List<Group> groups, Kind kind) {
    return groups.stream().filter(g -> g.kind() == kind && g.link() == null).toList();
  }

  private static ByReader byReader(List<Group> groups) {
    Count people =
        groups.stream().filter(Group::human).map(Group::count).findFirst().orElse(NOBODY);
    Map<Reader, Count> byReader = new TreeMap<>();
    for (Group group : groups) {
      if (group.reader() != null) {
        byReader.put(group.reader(), group.count());
      }
    }
    return new ByReader(people.people(), people.total(), byReader);
  }
}

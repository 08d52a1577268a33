package dev.campanile.campaign.report;

import dev.campanile.campaign.reading.Readings;
import dev.campanile.contracts.ContentVersion;
import java.util.List;
import java.util.Map;

/**
 * Who opened and clicked, people apart from machines. Only of customers who agreed that it is
 * recorded.
 *
 * @param byLink clicks of every link of the content, in its order
 */
public record ReadingReport(
    Readings.ByReader opens, Readings.ByReader clicks, List<LinkClicks> byLink) {

  private static final Readings.ByReader NOBODY = new Readings.ByReader(0, 0, Map.of());

  /**
   * @param url as the author wrote it, variables and all
   */
  public record LinkClicks(String link, String url, Readings.ByReader clicks) {}

  static ReadingReport of(Readings readings, List<ContentVersion.Link> links) {
    return new ReadingReport(
        readings.opens(),
        readings.clicks(),
        links.stream()
            .map(
                link ->
                    new LinkClicks(
                        link.id(),
                        link.url(),
                        readings.clicksByLink().getOrDefault(link.id(), NOBODY)))
            .toList());
  }
}

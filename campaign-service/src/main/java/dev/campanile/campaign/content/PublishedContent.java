package dev.campanile.campaign.content;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign must know of a content to send it.
 *
 * @param variables names that its texts use
 */
public record PublishedContent(
    ContentRef ref, Category category, @Nullable ConsentTopic topic, List<String> variables) {

  public PublishedContent {
    variables = List.copyOf(variables);
  }
}

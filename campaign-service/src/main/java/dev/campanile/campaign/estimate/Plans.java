package dev.campanile.campaign.estimate;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.content.PublishedContents;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Puts a campaign and its published content together. */
@ApplicationScoped
public class Plans {

  private final PublishedContents contents;

  Plans(PublishedContents contents) {
    this.contents = contents;
  }

  public Plan of(Handle handle, String key, CampaignDraft campaign) {
    PublishedContent content =
        contents
            .latest(handle, campaign.content())
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "CONTENT_NOT_PUBLISHED",
                        "The content "
                            + campaign.content()
                            + " is not published. Publish it with POST /v1/contents/"
                            + campaign.content()
                            + ":publish and launch again."));
    if (content.category() != campaign.category()) {
      throw mismatch("category", campaign.category(), content.category());
    }
    if (campaign.topic() != null
        && content.topic() != null
        && !campaign.topic().equals(content.topic().value())) {
      throw mismatch("topic", campaign.topic(), content.topic());
    }
    return new Plan(key, campaign, content);
  }

  private static Problem mismatch(String field, Object campaigns, Object contents) {
    return Problem.conflict(
            "CONTENT_MISMATCH",
            "The campaign's "
                + field
                + " is "
                + campaigns
                + ", its content's is "
                + contents
                + ". Change one of them; a changed content must be published again.")
        .at("/" + field, "must be the content's, " + contents);
  }
}

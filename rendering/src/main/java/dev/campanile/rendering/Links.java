package dev.campanile.rendering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message's own links.
 *
 * @param unsubscribeUrl for the text, in every category
 * @param oneClick whether the mail's header offers it too, as marketing and surveys must
 * @param tracking none when opens and clicks must not be recorded: links then lead straight to
 *     their destinations
 */
public record Links(String unsubscribeUrl, boolean oneClick, @Nullable Tracking tracking) {

  /** Addresses that record what the customer does with this very message. */
  public interface Tracking {

    /** Leads on to the destination of the content's link. */
    String click(String linkId);

    /**
     * Of an image of one transparent pixel, for the end of a mail; empty where opens are not
     * recorded.
     */
    Optional<String> pixel();
  }
}

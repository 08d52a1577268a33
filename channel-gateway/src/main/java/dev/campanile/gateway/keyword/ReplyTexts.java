package dev.campanile.gateway.keyword;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is answered to a keyword, in one language.
 *
 * @param stopped confirms a stop
 * @param asked confirms what was only taken for one
 * @param started confirms that a stop was undone
 * @param help says what the keywords are
 */
public record ReplyTexts(
    @JsonProperty(required = true) String stopped,
    @JsonProperty(required = true) String asked,
    @JsonProperty(required = true) String started,
    @JsonProperty(required = true) String help) {}

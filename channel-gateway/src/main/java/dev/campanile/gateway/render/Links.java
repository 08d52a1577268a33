package dev.campanile.gateway.render;

/**
 * The message's own links.
 *
 * @param unsubscribeUrl for the text, in every category
 * @param oneClick whether the mail's header offers it too, as marketing and surveys must
 */
public record Links(String unsubscribeUrl, boolean oneClick) {}

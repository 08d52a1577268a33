package dev.campanile.profile.profile;

/**
 * Which fields a source speaks of at all: an empty one is cleared, one not spoken of stays. Whether
 * somebody agreed to tracking is no such field: nothing said takes nothing back.
 *
 * @param region anything a zone is inferred from: phone or country
 */
public record StatedFields(
    boolean firstName,
    boolean lastName,
    boolean locale,
    boolean country,
    boolean zone,
    boolean region,
    boolean preferredChannel) {}

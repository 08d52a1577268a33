/** What is said, once, in every language and channel; drafts, their checks, and frozen versions. */
@NullMarked
package dev.campanile.campaign.content;

import org.jspecify.annotations.NullMarked;

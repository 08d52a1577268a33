/** What happened to a customer, newest first. */
@NullMarked
package dev.campanile.profile.timeline;

import org.jspecify.annotations.NullMarked;

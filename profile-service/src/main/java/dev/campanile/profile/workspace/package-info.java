/** Settings of the company this deployment serves. */
@NullMarked
package dev.campanile.profile.workspace;

import org.jspecify.annotations.NullMarked;

/** What became of a message, a customer's messages or a run, for whoever asks. */
@NullMarked
package dev.campanile.gateway.report;

import org.jspecify.annotations.NullMarked;

/** The launcher's commands: up, down, status, logs and demo. */
@NullMarked
package dev.campanile.local.cli;

import org.jspecify.annotations.NullMarked;

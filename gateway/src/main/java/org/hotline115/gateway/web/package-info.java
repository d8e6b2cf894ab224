/** HTTP in, JSON out: one Routes class per feature, one table of who may ask what. */
@NullMarked
package org.hotline115.gateway.web;

import org.jspecify.annotations.NullMarked;

/**
 * Identifiers whose form can be checked without asking an authority: the Chinese resident identity number (GB 11643) and the unified
 * social credit code of Chinese organizations (GB 32100).
 */
package org.nificrm.values.identifier;

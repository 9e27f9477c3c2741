// By its file: the package design-tokens has the names with the hashes of another release than ours of the components.
import {
  colorBackgroundButtonNormalHover,
  colorBackgroundContainerContent,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextLinkDefault,
  colorTextStatusWarning,
} from '../../node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js';

/** Cloudscape's colours under names for our style sheets; they follow the theme and the mode. */
export const frameTokens: Record<`--${string}`, string> = {
  '--background': colorBackgroundLayoutMain,
  '--background-container': colorBackgroundContainerContent,
  '--background-hover': colorBackgroundButtonNormalHover,
  '--border': colorBorderDividerDefault,
  '--focus': colorBorderItemFocused,
  '--link': colorTextLinkDefault,
  '--text': colorTextBodyDefault,
  '--text-secondary': colorTextBodySecondary,
  '--warning': colorTextStatusWarning,
};

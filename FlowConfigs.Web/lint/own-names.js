// Names that people give, such as "constructor", must find no member that every object has.
const given = /^(?:key|name|id|language|config|code|tag|part|alias|entry)$/;
const isGiven = (node) => node.type === 'Identifier' && given.test(node.name);

const noInherited = {
  meta: {
    type: 'problem',
    messages: {
      noIn: 'Use Object.hasOwn: "in" finds what every object inherits too.',
      noLookup: 'Use own(record, name) of common/own.ts: this finds what every object inherits too.',
    },
  },
  create: (context) => ({
    BinaryExpression(node) {
      if (node.operator === 'in' && node.left.type !== 'Literal') {
        context.report({ node, messageId: 'noIn' });
      }
    },
    MemberExpression(node) {
      if (node.computed && isGiven(node.property)) {
        context.report({ node, messageId: 'noLookup' });
      }
    },
  }),
};

export default { meta: { name: 'own-names' }, rules: { 'no-inherited': noInherited } };

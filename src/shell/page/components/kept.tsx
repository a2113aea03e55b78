import { Component, type ComponentType } from 'preact';

/**
 * A component that is drawn again only when something that it is given is another thing, not whenever what holds it is: of five
 * hundred cards two are, after a click.
 */
export function kept<P extends object>(View: ComponentType<P>): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differ(this.props, next);
    }
    override render() {
      return <View {...this.props} />;
    }
  };
}

function differ(a: object, b: object): boolean {
  const [one, other] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return one.length !== other.size || one.some(([name, value]) => other.get(name) !== value);
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withEagerModules } from '../../tools/build/eager.mjs';

describe('modules that are called while their file loads', () => {
  it('stand in parentheses, where they are CommonJS', () => {
    assert.equal(
      withEagerModules('var a=w((e,m)=>{m.exports=1}),b=w(e=>{e.x=2});export{a,b};', 'module'),
      'var a=w((function(e,m){m.exports=1})),b=w((function(e){e.x=2}));export{a,b};',
    );
  });

  it('are left alone, where they may never be called or are none', () => {
    const text =
      'var a=w(()=>{x()}),b=w((e)=>e+1),c=w(1,(e)=>{}),d=(e)=>{},f;let g=new w((e)=>{});';
    assert.equal(withEagerModules(text, 'script'), text);
  });
});

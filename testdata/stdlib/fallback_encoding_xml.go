// hood: run   needs: goroot   knobs: gcstress=1000
// Package encoding/xml: structs with attributes, nested paths, namespaces, tokens, and errors with lines.
package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strings"
)

type Address struct {
	City string `xml:"city"`
	Zip  int    `xml:"zip,attr,omitempty"`
}

type Person struct {
	XMLName xml.Name `xml:"person"`
	ID      int      `xml:"id,attr"`
	First   string   `xml:"name>first"`
	Last    string   `xml:"name>last"`
	Emails  []string `xml:"contact>email"`
	Address *Address `xml:"address"`
	Note    string   `xml:",comment"`
	Text    string   `xml:",chardata"`
	Inner   []Any    `xml:",any"`
}

type Any struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Body    string     `xml:",innerxml"`
}

func main() {
	p := Person{ID: 7, First: "Ann <&>", Last: "Ü", Emails: []string{"a@x", "b@y"}, Address: &Address{"Köln", 50667}, Note: " hi "}
	e := xml.NewEncoder(os.Stdout)
	e.Indent("", "  ")
	fmt.Println(e.Encode(p))
	const text = `<?xml version="1.0"?>
<!-- top -->
<person id="42"><name><first>Bob</first><last>&#66;&lt;</last></name>
 <contact><email>1</email><email>2</email></contact>
 <address zip="123"><city>Bonn</city></address>
 <x:extra xmlns:x="urn:x" k="v" x:l="w">in <b>ner</b></x:extra>
 <![CDATA[raw <text>]]></person>`
	var q Person
	fmt.Println(xml.Unmarshal([]byte(text), &q))
	fmt.Printf("%d %q %q %q %v %q\n", q.ID, q.First, q.Last, q.Emails, *q.Address, strings.TrimSpace(q.Text))
	for _, in := range q.Inner {
		fmt.Println(in.XMLName.Space, in.XMLName.Local, in.Attrs, in.Body)
	}
	d := xml.NewDecoder(strings.NewReader("<a><b c='1'/>t&amp;u<!--c--></a>"))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		switch t := tok.(type) {
		case xml.StartElement:
			fmt.Println("start", t.Name.Local, t.Attr)
		case xml.EndElement:
			fmt.Println("end", t.Name.Local)
		case xml.CharData:
			fmt.Printf("text %q\n", string(t))
		default:
			fmt.Printf("%T\n", t)
		}
	}
	for _, bad := range []string{"<a><b></a>", "<a", "<person id='x'></person>", "<a>&nope;</a>", "", "<other/>"} {
		fmt.Println(xml.Unmarshal([]byte(bad), &Person{}))
	}
	xml.EscapeText(os.Stdout, []byte("\"quoted\" & <tagged>\n"))
	fmt.Println()
}
